/**
 * Routes and aliases: what a person can see of them and change about them, and where mail would go.
 *
 * <p>May import {@code admin.access}, {@code admin.kept}, {@code config}, {@code config.kept}, {@code mail}, {@code routing},
 * {@code sentence}, {@code smtp.wire}, {@code jakarta.inject} and the JDK.
 */
package org.postern.admin.routes;
