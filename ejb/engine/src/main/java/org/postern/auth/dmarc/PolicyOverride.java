package org.postern.auth.dmarc;

/**
 * That a message was treated in another way than its owner wishes, and why.
 *
 * @param comment for the owner, in a few words; may be empty
 */
public record PolicyOverride(OverrideType type, String comment) {}
