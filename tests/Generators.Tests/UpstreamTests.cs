using ClickUpMcp.Api;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;

namespace ClickUpMcp.Generators.Tests;

/// <summary>What the root says of the API becomes data, with what most APIs do where it says nothing.</summary>
public sealed class UpstreamTests
{
    private const string Place = "\"api\": {";

    [Fact]
    public void Nothing_said_means_the_usual() => Parse("").ShouldBe(new UpstreamModel { Reads = new(["FindTasks"]) });

    [Fact]
    public void Everything_said_is_kept() =>
        Parse(
                """
                "upstream": {
                  "name": "Shop",
                  "key": { "header": "X-Key", "scheme": "Token", "bare": "t_" },
                  "errors": {
                    "code": ["error.code"],
                    "message": ["error.text", "message"],
                    "rules": [
                      { "codes": ["A"], "status": 409, "kind": "invalid", "what": "No.", "next": "Stop.", "quote": false },
                      { "codes": ["A", "B"], "kind": "notAllowed", "what": "Never.", "why": "So.", "next": "Go." }
                    ]
                  },
                  "rateLimit": { "limit": "L", "remaining": "R", "reset": "T", "resetIs": "unixSeconds" }
                },
                """
            )
            .ShouldBe(
                new UpstreamModel
                {
                    Name = "Shop",
                    Reads = new(["FindTasks"]),
                    KeyHeader = "X-Key",
                    KeyScheme = "Token",
                    BareKeys = "t_",
                    ErrorCodes = new(["error.code"]),
                    ErrorMessages = new(["error.text", "message"]),
                    ErrorRules = new([
                        new ErrorRuleModel(new(["A"]), 409, ApiErrorKind.Invalid, "No.", null, "Stop.", false),
                        new ErrorRuleModel(new(["A", "B"]), 0, ApiErrorKind.NotAllowed, "Never.", "So.", "Go.", true),
                    ]),
                    LimitHeader = "L",
                    RemainingHeader = "R",
                    ResetHeader = "T",
                    ResetForm = ResetForm.UnixSeconds,
                }
            );

    private static UpstreamModel Parse(string upstream)
    {
        string root = SampleSpec.Root.Replace(Place, upstream + Place);
        SpecResult result = SpecParser.Parse([
            .. SampleSpec.Files(root: root).Select(file => SpecFile.Read(file, TestContext.Current.CancellationToken)),
        ]);
        result.Diagnostics.ShouldBeEmpty();
        return result.Catalog!.Upstream with { Undo = default, Places = default };
    }
}
