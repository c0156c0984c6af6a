package org.postern.signing;

/**
 * A private key as only those can read it who have the seal.
 *
 * @param seal the name of the seal, for telling which one is missing
 * @param text what was sealed, in Base64
 */
public record SealedKey(String seal, String text) {
    @Override
    public String toString() {
        return "sealed with " + seal;
    }
}
