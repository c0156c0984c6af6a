package org.postern.admin.openid;

import org.jose4j.jwt.JwtClaims;
import org.postern.admin.access.Role;
import org.postern.config.OpenIdSettings;
import org.postern.config.Settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Who somebody is in the console, by what the provider says of them. */
final class Claims {
    private final String name;
    private final String role;
    private final Map<Role, List<String>> values;

    Claims(Settings settings) {
        this.name = settings.get(OpenIdSettings.NAME_CLAIM);
        this.role = settings.get(OpenIdSettings.ROLE_CLAIM);
        this.values = Map.of(Role.ADMINISTRATOR, settings.get(OpenIdSettings.ADMINISTRATORS), Role.OPERATOR,
                settings.get(OpenIdSettings.OPERATORS), Role.AUDITOR, settings.get(OpenIdSettings.AUDITORS));
    }

    /** {@return the name; empty if the token has none} */
    String name(JwtClaims claims) {
        return claims.getClaimValue(name) instanceof String text ? text : "";
    }

    /** {@return the highest role that one of the values gives; empty for none} */
    Optional<Role> role(JwtClaims claims) {
        List<String> has = texts(at(claims)).toList();
        return Stream.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR)
                .filter(one -> values.get(one).stream().anyMatch(has::contains))
                .findFirst();
    }

    /** {@return what stands at the name itself, or step by step below its parts} */
    private Optional<Object> at(JwtClaims claims) {
        Map<String, Object> all = claims.getClaimsMap();
        if (role.isEmpty() || all.containsKey(role)) {
            return Optional.ofNullable(all.get(role));
        }
        Optional<Object> found = Optional.of(all);
        for (String step : role.split("\\.", -1)) {
            found = found.flatMap(
                    one -> one instanceof Map<?, ?> map
                            ? Optional.<Object>ofNullable(map.get(step))
                            : Optional.empty());
        }
        return found;
    }

    private static Stream<String> texts(Optional<Object> found) {
        return found.stream()
                .flatMap(one -> one instanceof Collection<?> many ? many.stream() : Stream.of(one))
                .filter(Objects::nonNull)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
