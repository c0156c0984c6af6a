/**
 * Why mail did not arrive, put into a class, and the return paths by which reports of other servers find the message they are about. The
 * rules are data: {@code classes.txt} beside this package.
 *
 * <p>May import {@code config}, {@code config.rule}, {@code event}, {@code mail}, {@code smtp}, {@code smtp.wire}, {@code javax.crypto} and the JDK.
 */
package org.postern.bounce;
