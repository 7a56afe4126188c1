namespace ClickUpMcp.Tests.Docs.Readme;

/// <summary>Something to ask an agent, with the call that serves it and what the sandbox answers.</summary>
/// <param name="Question">What a person would say.</param>
/// <param name="Tool">The tool that serves it.</param>
/// <param name="Arguments">The arguments of the call, as JSON.</param>
/// <param name="Result">What the tool returned.</param>
internal sealed record SampleQuestion(string Question, string Tool, string Arguments, string Result);
