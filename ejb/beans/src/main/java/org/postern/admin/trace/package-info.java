/**
 * The story of a message, and figures, as a person reads them.
 */
package org.postern.admin.trace;
