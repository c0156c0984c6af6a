package org.postern.bounce;

/**
 * A secret by which return paths are signed.
 *
 * @param id the name under which a return path tells which one it was: {@value #ID_LENGTH} digits of {@link org.postern.mail.QueueId}
 * @param secret the secret, in Base64
 */
public record ReturnKey(String id, String secret) {
    /** The length of every name. */
    public static final int ID_LENGTH = 4;

    /** {@return the name alone} */
    @Override
    public String toString() {
        return id;
    }
}
