package org.postern.auth.dmarc;

import org.postern.auth.ResultName;

import java.util.Optional;

/**
 * What else is known of a message whose DMARC is judged.
 *
 * @param spf what SPF said of MAIL FROM, or of HELO where that is null
 * @param spfDomain whose SPF that is
 * @param sealer who has sealed last in a chain that holds (RFC 8617, 5.2); empty where there is none
 * @param clientName the client's name, which leads back to its address; empty where there is none
 * @param score what the other findings add up to, without any of DMARC
 */
public record Circumstances(ResultName spf, String spfDomain, Optional<String> sealer, Optional<String> clientName,
        double score) {}
