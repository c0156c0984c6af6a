package org.postern.store;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes H2 write what was committed. Stands around the transaction, hence its priority. */
@Durable
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class DurableCommit {
    @Resource(lookup = "java:/jdbc/postern")
    private DataSource database;

    @AroundInvoke
    Object writeAfterCommit(InvocationContext call) throws Exception {
        Object result = call.proceed();
        flush(database);
        return result;
    }

    static void flush(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database has not written what was committed: " + e.getMessage(), e);
        }
    }
}
