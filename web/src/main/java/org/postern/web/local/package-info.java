/**
 * What {@code ./postern} asks of the running gateway, on loopback and with the local token alone, and {@code /ready}.
 *
 * <p>May import {@code admin.access}, {@code admin.digest}, {@code admin.domains}, {@code admin.learn}, {@code admin.parked},
 * {@code admin.people}, {@code admin.reports}, {@code admin.routes}, {@code admin.rules}, {@code admin.server}, {@code admin.trace},
 * {@code admin.trust}, {@code assessment}, {@code auth}, {@code config.rule}, {@code content.learn}, {@code content.teach},
 * {@code delivery.gate}, {@code event}, {@code mail}, {@code queue}, {@code receiver}, {@code report}, {@code report.receive},
 * {@code report.send}, {@code reputation.entry}, {@code reputation.grey}, {@code routing}, {@code signing}, {@code smtp},
 * {@code smtp.wire}, {@code trust.rule}, {@code jakarta.inject}, {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.local;
