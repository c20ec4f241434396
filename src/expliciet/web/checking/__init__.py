"""The Verslagcheck: what does this text leave unsaid?"""
