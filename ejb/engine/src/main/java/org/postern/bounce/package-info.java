/**
 * Why mail did not arrive, put into a class, and the addresses of our own by which what comes back finds the message it is about: return
 * paths for reports of other servers, reply addresses for answers to applications. The rules are data: {@code classes.txt} beside this
 * package.
 *
 * <p>May import {@code config}, {@code config.rule}, {@code event}, {@code mail}, {@code smtp}, {@code smtp.wire}, {@code javax.crypto} and the JDK.
 */
package org.postern.bounce;
