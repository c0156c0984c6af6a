/**
 * Who may come in: administrators of the console, users who hand in mail, the first start, and the local command line.
 */
package org.postern.admin.people;
