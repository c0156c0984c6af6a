/**
 * SPF: whether a domain lets a client send in its name (RFC 7208, and RFC 8616 for names beyond ASCII). A check only finds; what follows
 * from it is decided elsewhere. Records and names are a stranger's: a check never throws for what they say, and asks the DNS {@value
 * org.postern.auth.spf.Spf#MOST_QUESTIONS} times at most.
 *
 * <p>May import {@code auth}, {@code dns}, {@code mail}, {@code sentence} and the JDK.
 */
package org.postern.auth.spf;
