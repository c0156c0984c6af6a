/**
 * What others say of those who send: lists in the DNS (RFC 5782), asked all at once and within a time, each with its weights, and believed
 * only while they keep to the rules. What is found are values; what follows from them is decided elsewhere.
 *
 * <p>May import {@code dns}, {@code mail}, {@code network}, {@code sentence}, {@code smtp.wire} and the JDK.
 */
package org.postern.reputation;
