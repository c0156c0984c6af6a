/**
 * What becomes of mail on its way out, whatever the other side does: each test is one scenario with servers that keep to a script, behind a
 * name server of ours, named by {@link Scenario}. The table of {@code docs/scenarios.md} is made of them. May import the harness and nothing of
 * the gateway.
 */
package org.postern.it.delivery;
