/**
 * How fast the wire is, beside what is measured. Run with {@code mvn -q -Pbench -pl resource-adapter/smtp clean test}; a name behind
 * {@code -Dbench=} picks some.
 */
package org.postern.smtp.bench;
