/**
 * What domains have published about TLS (RFC 8461), and what came of it (RFC 8460), in the database.
 */
package org.postern.store.tls;
