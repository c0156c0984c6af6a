/**
 * What is said to people as a value: which sentence, and with which values in it. Whoever shows it may say it in another language; logs, the audit log and programs get it in English.
 *
 * <p>May import the JDK alone.
 */
package org.postern.sentence;
