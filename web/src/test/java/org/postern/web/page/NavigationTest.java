package org.postern.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;

import java.util.List;

/** Where pages stand, for whom. */
class NavigationTest {
    private final Navigation navigation = new Navigation();

    private List<String> pages(Role role) throws Exception {
        return new Caller("ann", role).does(() -> navigation.getAreas()
                .stream()
                .flatMap(area -> area.pages().stream())
                .map(Navigation.Page::name)
                .toList());
    }

    @Test
    void nobodyIsShownAPageThatIsNotForTheRole() throws Exception {
        assertThat(pages(Role.ADMINISTRATOR)).contains("people", "audit", "messages", "diagnosis")
                .doesNotHaveDuplicates();
        assertThat(pages(Role.OPERATOR)).contains("audit", "messages").doesNotContain("people");
        assertThat(pages(Role.AUDITOR)).isEqualTo(pages(Role.OPERATOR));
    }

    @Test
    void anAreaBeginsWithAPageThatThePersonMayOpen() throws Exception {
        String first = new Caller("ann", Role.AUDITOR).does(() -> navigation.getAreas().getLast().first());
        assertThat(first).isEqualTo("users");
    }

    @Test
    void aPageStandsBesideThoseOfItsArea() throws Exception {
        new Caller("ann", Role.AUDITOR).does(() -> {
            assertThat(navigation.areaOf("aliases")).isEqualTo("Routing");
            assertThat(navigation.areaOf("message")).isEqualTo("Mail");
            assertThat(navigation.pagesBeside("lists")).extracting(Navigation.Page::name)
                    .contains("rules", "lists", "greylist");
            assertThat(navigation.pagesBeside("account")).isEmpty();
            return true;
        });
    }
}
