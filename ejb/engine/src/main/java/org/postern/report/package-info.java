/**
 * Aggregate reports of DMARC (RFC 9990): made for those who publish policies, and read from those who report to us. What others send is
 * hostile until it is read: XML without DTD and entities, archives inflated within bounds.
 *
 * <p>May import {@code auth}, {@code auth.dmarc}, {@code dns}, {@code mail}, {@code javax.xml} and the JDK.
 */
package org.postern.report;
