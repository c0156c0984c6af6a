/**
 * What follows from an attempt, for each recipient: delivered, tried again and when, or given up; what the trace and the sender are told
 * of it (RFC 3464). Unknown means temporary.
 */
package org.postern.delivery.outcome;
