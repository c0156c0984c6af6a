/**
 * What the server tells of itself: listeners, sessions, queues, and whether it takes mail.
 *
 * <p>May import {@code admin.access}, {@code broker}, {@code broker.remote}, {@code config}, {@code content.learn}, {@code duty}, {@code mail},
 * {@code reputation}, {@code routing}, {@code sentence}, {@code jakarta.inject}, {@code javax.management} and the JDK.
 */
package org.postern.admin.server;
