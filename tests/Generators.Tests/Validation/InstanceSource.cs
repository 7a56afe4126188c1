using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>Makes the arguments of calls: valid ones, ones with one thing wrong, and hostile ones.</summary>
internal sealed class InstanceSource(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>One JSON object.</summary>
    public string Next(ToolModel tool) =>
        _random.Next(100) switch
        {
            < 35 => new RandomArguments(_random.Next(), broken: -1).Object(tool.Arguments),
            < 85 => Mutated(tool),
            _ => Hostile(tool),
        };

    private string Mutated(ToolModel tool)
    {
        int same = _random.Next();
        RandomArguments first = new(same, broken: -1);
        first.Object(tool.Arguments);
        return new RandomArguments(same, _random.Next(first.Count)).Object(tool.Arguments);
    }

    // The right names, so that every type meets every value.
    private string Hostile(ToolModel tool)
    {
        RandomJson json = new(_random);
        IEnumerable<string> members = tool
            .Arguments.Where(a => a.Required || _random.Next(4) == 0)
            .Select(a => $"{json.Quote(a.Name)}:{(_random.Next(20) == 0 ? json.Deep() : json.Value(2))}");
        return $"{{{string.Join(',', members)}}}";
    }
}
