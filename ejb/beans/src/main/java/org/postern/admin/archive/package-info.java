/**
 * What people and programs see of archived mail, and how they have it handed over again.
 *
 * <p>May import {@code admin.access}, {@code admin.content}, {@code admin.parked}, {@code archive}, {@code config}, {@code config.rule},
 * {@code mail}, {@code pipeline.archive}, {@code queue}, {@code routing}, {@code sentence}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.archive;
