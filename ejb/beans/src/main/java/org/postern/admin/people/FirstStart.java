package org.postern.admin.people;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** While nobody may use the console, there is a token to make the first administrator with. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class FirstStart {
    @Inject
    private ConsoleUsers users;
    @Inject
    private SetupToken token;

    @PostConstruct
    void begin() {
        if (users.isEmpty()) {
            token.begin();
        } else {
            token.end();
        }
    }
}
