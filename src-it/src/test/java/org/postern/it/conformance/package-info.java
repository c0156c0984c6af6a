/**
 * What a receiver is judged by, on the wire: each test is one demand of an RFC, or one attack, named by {@link Demand}. The table of
 * {@code docs/conformance.md} is made of them. May import the harness and nothing of the gateway.
 */
package org.postern.it.conformance;
