/**
 * The inflow resource adapter (Jakarta Connectors 2.1): listeners, connections and endpoint calls around {@code SmtpSession}.
 * Takes no decision about mail. May import {@code org.postern.smtp}, {@code org.postern.mail} and {@code jakarta.resource}.
 */
package org.postern.ra;
