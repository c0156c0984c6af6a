/**
 * All that people keep in the console, as one file: written, read with a look at the difference, and put back as it was before an act.
 * What there is of each kind comes from the room of that kind, by its {@link org.postern.admin.kept.Shelf}.
 *
 * <p>May import {@code admin.access}, {@code admin.audit}, {@code config.file}, {@code config.kept}, {@code sentence}, {@code jakarta.enterprise},
 * {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.kept;
