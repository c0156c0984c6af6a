/**
 * What people and programs see of the sink, and how they empty it.
 *
 * <p>May import {@code admin.access}, {@code archive}, {@code duty}, {@code limit}, {@code mail}, {@code pipeline.sink}, {@code queue},
 * {@code sentence}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.sink;
