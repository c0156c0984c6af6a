/**
 * Whatever the receiver refuses is told: each test provokes one refusal, named by {@link Told}, and finds it in the trace by the reference
 * the client was given. The table of {@code docs/limits.md} is made of them. May import the harness and nothing of the gateway.
 */
package org.postern.it.refusal;
