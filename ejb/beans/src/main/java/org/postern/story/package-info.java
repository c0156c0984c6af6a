/**
 * Events as text: one form for the queue they travel in and the table they are kept in. Imports {@code org.postern.event},
 * {@code org.postern.mail} and JSON-P.
 */
package org.postern.story;
