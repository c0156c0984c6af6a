/**
 * Asking the servers of a destination whether they would take mail now, as a delivery would ask them, and writing down what was said. Nothing is ever handed over.
 *
 * <p>May import {@code delivery}, {@code delivery.host}, {@code delivery.outcome}, {@code delivery.tls}, {@code mail}, {@code routing}, {@code sentence}, {@code smtp},
 * {@code smtp.client}, {@code javax.security} and the JDK.
 */
package org.postern.delivery.probe;
