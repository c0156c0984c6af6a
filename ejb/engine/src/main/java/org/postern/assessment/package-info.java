/**
 * What was found about one transaction, and what it adds up to: values that travel with the mail to queue, trace and console. Checks find
 * and never decide; what follows from the whole is for {@code policy}.
 *
 * <p>May import {@code auth}, {@code receiver} and the JDK.
 */
package org.postern.assessment;
