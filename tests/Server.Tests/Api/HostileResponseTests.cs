using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Api;

public class HostileResponseTests
{
    /// <summary>Bodies of an upstream gone wrong; each carries a text that must not come out.</summary>
    public static TheoryData<string> Bodies =>
        [
            "UPSTREAM_SECRET",
            "<html><body>UPSTREAM_SECRET</body></html>",
            "{\"err\":{\"deep\":\"UPSTREAM_SECRET\"}}",
            "{\"UPSTREAM_SECRET\":1}",
            "[\"UPSTREAM_SECRET\"]",
            "{\"err\":null,\"stack\":\"UPSTREAM_SECRET at /srv/app.js:1\"}",
            "{\"err\":\"\\ud800\",\"x\":\"UPSTREAM_SECRET\"}",
            "{\"x\":\"UPSTREAM_SECRET\"",
            "\ufeff{\"x\":\"UPSTREAM_SECRET\"}",
            "{\"ECODE\":\"OAUTH_027 UPSTREAM_SECRET\"}x",
        ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task H_08_nothing_of_an_error_body_but_its_reason_comes_out(string body)
    {
        foreach (int status in (int[])[400, 401, 404, 500])
        {
            ClickUpApiException error = await TestClient.FailAsync(
                new ScriptedHandler((_, _) => Task.FromResult(ScriptedHandler.Json(status, body))),
                TestClient.Get
            );
            TestClient.Shown(error).ShouldNotContain("UPSTREAM_SECRET");
        }
    }

    [Fact]
    public async Task Random_and_mutated_bytes_never_crash_whatever_the_status()
    {
        Random random = new(20260101);
        byte[] valid = Encoding.UTF8.GetBytes(
            """{"err":"Task \u00e9 \ud83d\ude00","ECODE":"ITEM_015","list":[1,null,{}]}"""
        );
        for (int i = 0; i < 3000; i++)
        {
            byte[] body =
                i % 2 == 0 ? new byte[random.Next(200)] : valid.AsSpan(0, random.Next(valid.Length + 1)).ToArray();
            if (i % 2 == 0)
            {
                random.NextBytes(body);
            }
            else if (body.Length > 0)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            int status = ((int[])[200, 201, 400, 401, 404, 500])[random.Next(6)];
            ScriptedHandler handler = new((_, _) => Task.FromResult(ScriptedHandler.Bytes(status, body)));
            try
            {
                ClickUpResponse response = await TestClient
                    .Over(handler)
                    .SendAsync(TestClient.Get, TestContext.Current.CancellationToken);
                status.ShouldBeLessThan(300);
                ReadAll(response.Body);
            }
            catch (ClickUpApiException error)
            {
                TestClient.Shown(error).Length.ShouldBeLessThan(4000);
            }
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(502)]
    public async Task Ten_megabytes_of_anything_are_survived(int status)
    {
        byte[] body = new byte[10 * 1024 * 1024];
        Array.Fill(body, (byte)'[');
        ClickUpApiException error = await TestClient.FailAsync(
            new ScriptedHandler((_, _) => Task.FromResult(ScriptedHandler.Bytes(status, body))),
            TestClient.Get
        );
        TestClient.Shown(error).Length.ShouldBeLessThan(4000);
    }

    [Theory]
    [InlineData("<html>ok</html>")]
    [InlineData("{\"a\":1}{}")]
    [InlineData("{\"a\":")]
    [InlineData("nonsense")]
    public async Task A_success_that_is_no_json_is_an_error(string body) =>
        (await FailAsync(Encoding.UTF8.GetBytes(body))).Kind.ShouldBe(ApiErrorKind.Unreadable);

    [Fact]
    public async Task Invalid_utf8_in_a_success_is_an_error() =>
        (await FailAsync([.. "{\"a\":\""u8, 0xff, .. "\"}"u8])).Kind.ShouldBe(ApiErrorKind.Unreadable);

    [Theory]
    [InlineData("""{"a":"x\ud83d"}""", "x\ufffd")]
    [InlineData("""{"a":"\ude00x"}""", "\ufffdx")]
    [InlineData("""{"a":"\ud83d\ude00"}""", "😀")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", "\ufffd😀")]
    [InlineData("""{"a":"\\ud83d"}""", "\\ud83d")]
    [InlineData("""{"a":"\\\ud83d"}""", "\\\ufffd")]
    [InlineData("""{"a":"\n\u0041\"\\"}""", "\nA\"\\")]
    public async Task A_text_cut_inside_an_emoji_stays_readable(string body, string expected)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json(200, body));
        ClickUpResponse response = await TestClient
            .Over(handler)
            .SendAsync(TestClient.Get, TestContext.Current.CancellationToken);
        using JsonDocument json = JsonDocument.Parse(response.Body);
        json.RootElement.GetProperty("a").GetString().ShouldBe(expected);
    }

    private static Task<ClickUpApiException> FailAsync(byte[] body) =>
        TestClient.FailAsync(
            new ScriptedHandler((_, _) => Task.FromResult(ScriptedHandler.Bytes(200, body))),
            TestClient.Get
        );

    private static void ReadAll(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        using JsonDocument json = JsonDocument.Parse(body);
        Visit(json.RootElement);

        static void Visit(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (JsonProperty member in element.EnumerateObject())
                    {
                        member.Name.ShouldNotBeNull();
                        Visit(member.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (JsonElement item in element.EnumerateArray())
                    {
                        Visit(item);
                    }

                    break;
                case JsonValueKind.String:
                    element.GetString().ShouldNotBeNull();
                    break;
            }
        }
    }
}
