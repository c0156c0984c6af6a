/**
 * Who may use the console, and who may hand in mail, in the database. Passwords are kept as hashes and verifiers alone.
 */
package org.postern.store.people;
