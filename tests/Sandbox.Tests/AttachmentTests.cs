using System.Text;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class AttachmentTests
{
    private const string Old = $"/api/v2/task/{SandboxSeed.RichTaskId}/attachment";
    private const string New =
        $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/attachments/{SandboxSeed.RichTaskId}/attachments";

    private readonly Driver _driver = new();

    [Fact]
    public async Task A_tasks_files_are_listed_under_the_type_attachments_and_shown_in_the_task()
    {
        var listed = await _driver.GetAsync(New);
        listed.Names("data", "title").ShouldBe(["error-screenshot.png", "steps to reproduce.txt"]);
        listed.List("data")[0].Str("parent_entity_type").ShouldBe("tasks");
        listed.Str("next_cursor").ShouldBe("");
        (await _driver.GetAsync($"{New}?limit=1")).Str("next_cursor").ShouldNotBe("");
        (await _driver.GetAsync($"/task/{SandboxSeed.RichTaskId}"))
            .Names("attachments", "id")[0]
            .ShouldBe(SandboxSeed.AttachmentId);
        var wrong = New.Replace("/attachments/", "/tasks/", StringComparison.Ordinal);
        await _driver.RefusedAsync(400, "GET", wrong);
        await _driver.RefusedAsync(
            404,
            "GET",
            New.Replace(SandboxSeed.RichTaskId, SandboxSeed.RichTaskId + "0", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Old, "attachment")]
    [InlineData(Old, "attachment[0]")]
    [InlineData(New, "attachment")]
    [InlineData(New, "filename")]
    public async Task The_bytes_of_an_upload_are_kept(string path, string field)
    {
        byte[] content = [0, 255, 13, 10, 45, 45, 99, 45, 13, 10, 45, 45, 0x80, 10];
        var response = await _driver.UploadAsync(path, Body(field, "data \\\"1\\\".BIN", content));
        response.Status.ShouldBe(200, Driver.Text(response));
        var file = Driver.Json(response);
        file.Str("title").ShouldBe("data \"1\".BIN");
        file.Str("extension").ShouldBe("bin");
        var read = await _driver.SendAsync("GET", $"/__sandbox/attachments/{file.Str("id")}");
        read.Body.ToArray().ShouldBe(content);
        (await _driver.GetAsync(New)).List("data")[^1].At("size").GetInt32().ShouldBe(content.Length);
    }

    [Fact]
    public async Task Boundaries_may_be_quoted_and_a_file_empty()
    {
        var body = Encoding.UTF8.GetBytes(
            "ignored\r\n--a b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n"
                + "--a b \r\ncontent-disposition: form-data; name=attachment; filename=\"Übersicht%22.txt\"\r\n\r\n\r\n--a b--"
        );
        var response = await _driver.UploadAsync(Old, body, "multipart/form-data; charset=utf-8; boundary=\"a b\"");
        response.Status.ShouldBe(200, Driver.Text(response));
        Driver.Json(response).Str("title").ShouldBe("Übersicht\".txt");
    }

    [Theory]
    [InlineData("--b\r\n\r\nno head\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a\"\r\n\r\nno end")]
    [InlineData("nothing at all")]
    [InlineData("--bb\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a\"\r\n\r\nx\r\n--bb--")]
    public async Task A_malformed_body_is_refused(string body) =>
        (await _driver.UploadAsync(Old, Encoding.UTF8.GetBytes(body))).Status.ShouldBe(400);

    [Fact]
    public async Task Addresses_JSON_and_other_fields_are_no_files()
    {
        var address = Encoding.UTF8.GetBytes(
            "--b\r\nContent-Disposition: form-data; name=\"attachment\"\r\n\r\nhttps://example.com/a.png\r\n--b--\r\n"
        );
        (await CodeAsync(_driver.UploadAsync(Old, address))).ShouldBe("ATTCH_039");
        (await CodeAsync(_driver.SendAsync("POST", Old, """{"attachment":"x"}"""))).ShouldBe("ATTCH_045");
        (await _driver.UploadAsync(Old, Body("file", "a.txt", [1]))).Status.ShouldBe(400);
        (await _driver.GetAsync(New)).List("data").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_field_has_files_of_its_own()
    {
        var task = await _driver.GetAsync($"/task/{SandboxSeed.RichTaskId}");
        var fields = task.List("custom_fields");
        var id = fields.Find(field => field.Str("type") == "attachment").Str("id");
        var path = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/custom_fields/{id}/attachments";
        (await _driver.UploadAsync(path, Body("attachment", "spec.pdf", [1, 2]))).Status.ShouldBe(200);
        (await _driver.GetAsync(path)).Names("data", "title").ShouldBe(["spec.pdf"]);
        var other = fields.Find(field => field.Str("type") == "number").Str("id")!;
        await _driver.RefusedAsync(404, "GET", path.Replace(id!, other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_go_with_their_task()
    {
        await _driver.SendAsync("DELETE", $"/task/{SandboxSeed.RichTaskId}");
        (await _driver.SendAsync("GET", $"/__sandbox/attachments/{SandboxSeed.AttachmentId}")).Status.ShouldBe(404);
    }

    private static byte[] Body(string field, string name, byte[] content) =>
        [
            .. Encoding.UTF8.GetBytes(
                $"--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n"
            ),
            .. content,
            .. "\r\n--b--\r\n"u8,
        ];

    private static async Task<string?> CodeAsync(Task<SandboxResponse> sending)
    {
        var response = await sending;
        response.Status.ShouldBe(400);
        return Driver.Json(response).Str("ECODE");
    }
}
