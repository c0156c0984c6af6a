package org.postern.config;

import org.postern.mail.Domain;

/**
 * What the gateway calls itself, in greeting, EHLO, trace fields and reports.
 *
 * @param domain a name that the DNS should know
 */
public record GatewayName(Domain domain) {
    @Override
    public String toString() {
        return domain.text();
    }
}
