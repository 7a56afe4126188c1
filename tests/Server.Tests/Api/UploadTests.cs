using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Tests.Api;

public class UploadTests
{
    [Fact]
    public void A_file_is_one_part_whose_bytes_are_untouched()
    {
        byte[] content = [0, 13, 10, 45, 45, 255];

        ClickUpRequest request = Upload("a \"b\".txt", content);

        string boundary = request.ContentType!.Split("boundary=")[1];
        byte[] expected =
        [
            .. Encoding.UTF8.GetBytes(
                $"--{boundary}\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a %22b%22.txt\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n"
            ),
            .. content,
            .. Encoding.UTF8.GetBytes(
                $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nÜ\r\n--{boundary}--\r\n"
            ),
        ];
        request.ContentType.ShouldStartWith("multipart/form-data; boundary=clickup-mcp-");
        request.Body.ToArray().ShouldBe(expected);
        Upload("x", content).ContentType.ShouldNotBe(request.ContentType);
    }

    [Fact]
    public void A_name_of_which_nothing_is_left_is_refused() =>
        Should.Throw<ActionableException>(() => Upload("..", [1])).Message.ShouldBe("The file name cannot be used.");

    [Fact]
    public async Task The_type_goes_out_with_the_body_and_JSON_stays_JSON()
    {
        List<string?> types = [];
        ScriptedHandler handler = new(
            (request, _) =>
            {
                types.Add(request.Content?.Headers.ContentType?.ToString());
                return Task.FromResult(ScriptedHandler.Json(200, "{}"));
            }
        );
        ClickUpRequest upload = Upload("a.txt", [120]);
        using ClickUpClient client = TestClient.Over(handler);

        await client.SendAsync(upload, TestContext.Current.CancellationToken);
        await client.SendAsync(TestClient.Post, TestContext.Current.CancellationToken);

        types.ShouldBe([upload.ContentType, "application/json"]);
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\temp\Übersicht 1.xlsx", "Übersicht 1.xlsx")]
    [InlineData("a\r\nX-Evil: 1.txt", "aX-Evil: 1.txt")]
    [InlineData(" .gitignore ", ".gitignore")]
    [InlineData("folder/", null)]
    [InlineData("..", null)]
    [InlineData("\u0001", null)]
    public void Only_the_plain_name_is_left(string name, string? clean) => FileName.Clean(name).ShouldBe(clean);

    [Fact]
    public void A_name_has_an_end() => FileName.Clean(new string('x', 5000))!.Length.ShouldBe(200);

    private static ClickUpRequest Upload(string name, byte[] content) =>
        new ClickUpRequestBuilder("CreateTaskAttachment", ClickUpMethod.Post)
            .Path("/api/v2/task/9hz/attachment")
            .FormFile("attachment", name, content)
            .FormText("kind", "Ü")
            .FormText("none", null)
            .Build();
}
