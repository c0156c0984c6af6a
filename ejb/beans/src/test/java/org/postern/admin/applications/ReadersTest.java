package org.postern.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadersTest {
    @Test
    void theNameOfAnAccountIsReadFromThatOfItsFile() {
        assertThat(Readers.decoded("N5ZGIZLSOMWWC4DQIBQXA4DMNFRWC5DJN5XHG")).isEqualTo("orders-app@applications");
    }
}
