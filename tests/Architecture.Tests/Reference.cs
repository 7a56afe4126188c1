namespace Architecture.Tests;

/// <summary>One type that uses another one.</summary>
internal sealed record Reference(Type From, Type To)
{
    public override string ToString() => $"{From.FullName} uses {To.FullName}";
}
