package org.postern.config.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.receiver.ListenerSetting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session that waits for a bean would wait for other sessions, whose clients may be in no hurry. */
class BeanPoolTest {
    private static final Path HOUSE = Path.of("..", "..");
    private static final Pattern POOL = Pattern.compile("mdb-strict-max-pool[^\\n]*max-pool-size, value=\"?(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"ear/src/main/cli/postern.cli", "docs/deploying.md"})
    void hasABeanForEachSessionThatMayBe(String file) throws IOException {
        Matcher pool = POOL.matcher(Files.readString(HOUSE.resolve(file)));
        assertThat(pool.find()).as("the pool's size in %s", file).isTrue();
        assertThat(Integer.parseInt(pool.group(1)))
                .isGreaterThanOrEqualTo(ListenerSetting.SESSION_LIMIT.range().orElseThrow().most());
    }
}
