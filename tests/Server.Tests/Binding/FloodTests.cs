using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tests.Binding;

/// <summary>What a call of many wrong arguments costs does not grow with how many they are.</summary>
public sealed class FloodTests
{
    private const int Many = 250_000;

    public static TheoryData<string, string> Floods =>
        new()
        {
            { "unknown names", Object(static i => $"\"task_{i}\":1") },
            { "one name again and again", Object(static _ => "\"task\":\"a\"") },
            { "names of clients", Object(static i => $"\"_{i}\":1") },
            { "items of a list", $"{{\"task\":\"a\",\"fields\":[{Join(static _ => "\"nmae\"")}]}}" },
            { "a text in a text", $"{{\"task\":\"a\",\"subtasks\":\"{Join(static _ => "true")}\"}}" },
        };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_is_refused_with_little_work(string what, string arguments)
    {
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(arguments));
        ArgumentErrors errors = new();
        long before = GC.GetAllocatedBytesForCurrentThread();

        GetTaskArguments? bound = GetTaskTool.BindArguments(new ArgumentReader(document.RootElement, errors));

        // Words for each mistake, or a list of close names, would be hundreds of megabytes.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000, what);
        bound.ShouldBeNull();
        errors.Errors.Count.ShouldBeInRange(1, 20);
    }

    [Theory]
    [InlineData("a *b* ", 3_999_996)]
    [InlineData("\\u00e9\\n", 1_000_000)]
    [Trait("Requirement", "R-01")]
    public void R_01_a_text_that_is_too_long_is_counted_and_not_made(string part, int length)
    {
        string text = string.Concat(Enumerable.Repeat(part, 4_000_000 / part.Length));
        using JsonDocument document = JsonDocument.Parse(
            Encoding.UTF8.GetBytes($$"""{"list":"1","name":"x","description":"{{text}}"}""")
        );
        ArgumentErrors errors = new();
        long before = GC.GetAllocatedBytesForCurrentThread();

        CreateTaskTool.BindArguments(new ArgumentReader(document.RootElement, errors)).ShouldBeNull();

        // Its text would be eight megabytes.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500_000);
        errors.Errors.Single().Message.ShouldEndWith($"characters, has {length}");
    }

    [Fact]
    public void A_list_in_the_spec_always_has_a_bound()
    {
        foreach (SpecArgument argument in SpecArgument.All)
        {
            argument.Type.HasUnboundedList.ShouldBeFalse(argument.ToString());
        }
    }

    private static string Object(Func<int, string> member) => $"{{{Join(member)}}}";

    private static string Join(Func<int, string> item) => string.Join(',', Enumerable.Range(0, Many).Select(item));
}
