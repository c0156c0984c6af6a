/**
 * Parked mail and destinations: what a person can see of them and do about them, one message or a million, with progress.
 *
 * <p>May import {@code admin.access}, {@code admin.kept}, {@code admin.learn}, {@code admin.trust}, {@code assessment}, {@code auth},
 * {@code config}, {@code config.file}, {@code config.kept}, {@code config.rule}, {@code content}, {@code content.learn}, {@code delivery},
 * {@code delivery.gate}, {@code delivery.sts}, {@code delivery.tls}, {@code event}, {@code mail}, {@code pipeline.parked}, {@code queue}, {@code reputation.entry}, {@code routing}, {@code sentence}, {@code smtp}, {@code smtp.wire}, {@code trust},
 * {@code jakarta.annotation}, {@code jakarta.enterprise}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.parked;
