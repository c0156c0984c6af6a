/**
 * What the console says, in each language that it speaks: one file of texts a page, and one for what many pages say. Each text has a key,
 * the same in all languages; the file without a language is English. Texts with values are patterns of {@link java.text.MessageFormat}:
 * only there an apostrophe is written twice.
 *
 * <p>Log, audit, API and SMTP replies are no texts of the console: they stay English, whoever reads them. What services say as sentences stands in
 * {@code sentences}, in English word for word as they say it. What is meant for the documentation first, as the meaning of a setting, stands in English
 * where it is declared; files without English have it in the other languages. So have they the names of acts; what the audit log tells of them is found again in
 * {@code sentences}, clause by clause.
 *
 * <p>May import {@code sentence}, {@code jakarta.el}, {@code jakarta.servlet} and the JDK.
 */
package org.postern.web.text;
