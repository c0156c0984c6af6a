/**
 * Mail about which an application is asked before it is taken: whether a recipient is one, and whether a message may pass.
 *
 * <p>Whoever is asked may be slow, silent or wrong, and costs nobody else more than a few sessions that wait: how long, how many, and what is remembered is
 * bounded for each application by itself. Silence is no answer, and is told as 451.
 *
 * <p>May import {@code config.rule}, {@code dns}, {@code mail}, {@code policy}, {@code receiver}, {@code smtp} and the JDK.
 */
package org.postern.policy.question;
