/**
 * Puts the parts together: producers that hand the engine its settings, clock, random numbers and ports, and the start of the application.
 *
 * <p>May import {@code archive}, {@code auth.arc}, {@code auth.dkim}, {@code auth.dmarc}, {@code auth.spf}, {@code bounce}, {@code config},
 * {@code config.file}, {@code config.rule}, {@code content.attachment}, {@code content.learn}, {@code delivery}, {@code delivery.dane},
 * {@code delivery.gate}, {@code delivery.host}, {@code delivery.outcome}, {@code delivery.probe}, {@code delivery.report}, {@code delivery.sts},
 * {@code delivery.tls}, {@code dns}, {@code event}, {@code flow}, {@code limit}, {@code mail}, {@code metric}, {@code net}, {@code net.dns}, {@code net.scan},
 * {@code network}, {@code notice}, {@code policy}, {@code policy.check}, {@code policy.question}, {@code queue}, {@code report.count},
 * {@code report.send}, {@code report.tls}, {@code reputation}, {@code reputation.entry}, {@code reputation.grey}, {@code routing}, {@code scan},
 * {@code sentence}, {@code signing}, {@code sink}, {@code smtp.client}, {@code trust}, {@code trust.rule}, {@code jakarta.enterprise},
 * {@code jakarta.inject}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.wiring;
