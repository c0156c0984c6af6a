/**
 * What a destination demands of the TLS of sessions with its servers, whoever says so: the operator, the domain by DANE or MTA-STS, or
 * the sender by REQUIRETLS (RFC 8689).
 */
package org.postern.delivery.tls;
