package org.postern.ra;

/**
 * How often a listener has refused in one way, in plain values.
 *
 * @param code of the reply; 0 where the connection was closed without a word
 * @param rule the name of the rule that decided; empty where none did, {@link RefusalCounts#OTHERS} for all that are not told apart
 * @param count since the listener was deployed
 */
public record RefusalState(int code, String rule, long count) {}
