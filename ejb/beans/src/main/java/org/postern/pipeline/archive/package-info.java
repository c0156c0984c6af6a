/**
 * What becomes of mail that is archived: it is kept, handed over again when a person asks for that, and forgotten when its time is over.
 *
 * <p>May import {@code archive}, {@code config}, {@code config.rule}, {@code duty}, {@code event}, {@code mail}, {@code queue}, {@code routing},
 * {@code sentence}, {@code sink}, {@code smtp.wire}, {@code jakarta.annotation}, {@code jakarta.ejb}, {@code jakarta.inject},
 * {@code jakarta.transaction}, {@code org.jboss.logging} and the JDK.
 */
package org.postern.pipeline.archive;
