package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mail is routed by all of an import or by nothing of it, whenever that is committed while routes are read. */
class ReadsRoutesOfOneMomentTest {
    private int asked;
    private long version;

    /** {@return a store in which everything changes at once, between what is asked before and after} */
    private RoutingStore changingBefore(int question, boolean again) {
        return (RoutingStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{RoutingStore.class},
                (proxy, method, given) -> {
                    asked++;
                    version += asked == question || (again && asked > question) ? 1 : 0;
                    return switch (method.getName()) {
                        case "version" -> version;
                        case "routes" -> List.of(new StoredRoute(version, true, "a.example", Optional.empty(),
                                Optional.empty(), "mx", false, "", "ann", Instant.EPOCH));
                        default -> List.of(new StoredAlias("x@a.example", version > 0, List.of(), Optional.empty(), "",
                                "ann", Instant.EPOCH));
                    };
                });
    }

    @Test
    void allIsOfOneMomentWheneverItChanges() {
        for (int question = 1; question <= 5; question++) {
            asked = 0;
            version = 0;
            RoutingStore.Kept kept = RoutingStore.of(changingBefore(question, false));
            assertThat(kept.routes().getFirst().id() > 0).as("before question " + question)
                    .isEqualTo(kept.aliases().getFirst().enabled());
        }
    }

    @Test
    void whatChangesAllTheTimeIsNotReadByHalves() {
        assertThatIllegalStateException().isThrownBy(() -> RoutingStore.of(changingBefore(1, true)));
    }
}
