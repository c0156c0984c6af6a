package org.postern.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class PropertiesPageTest {
    @Test
    void thePageHasEachNameOnceAndNoOther() throws IOException, IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : PropertyNames.class.getFields()) {
            if (field.getType() == String.class) {
                constants.add((String) field.get(null));
            }
        }
        assertThat(PropertiesPage.rows()).extracting(PropertiesPage.Row::name)
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void thePageIsAboutTheVersionOfTheJar() throws IOException {
        assertThat(PropertiesPage.version()).isEqualTo(PropertyNames.CONTRACT_VERSION);
        assertThat(PropertiesPage.rows()).extracting(PropertiesPage.Row::since)
                .allMatch(since -> since >= 1 && since <= PropertyNames.CONTRACT_VERSION);
    }

    @Test
    void whoSetsAPropertyIsSaidInWordsThatHaveAMeaning() throws IOException {
        assertThat(PropertiesPage.rows()).allSatisfy(row -> {
            assertThat(Set.of("mail", "events")).containsAll(row.byGateway());
            assertThat(Set.of("submissions")).containsAll(row.byApplications());
            assertThat(row.byGateway().size() + row.byApplications().size()).isPositive();
        });
    }
}
