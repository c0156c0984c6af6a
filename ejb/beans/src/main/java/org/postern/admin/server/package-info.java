/**
 * What the server tells of itself: listeners, sessions, queues, and whether it takes mail.
 */
package org.postern.admin.server;
